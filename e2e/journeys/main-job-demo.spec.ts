/** The main job on the demo messenger. */
import { startDemoMessenger } from '../demo/messenger';
import { mainJob } from './main-job';

mainJob(startDemoMessenger);
