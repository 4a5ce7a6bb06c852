/** The main job on Converse.js with a real Prosody. */
import { startConverse } from '../converse/converse';
import { mainJob } from './main-job';

mainJob(startConverse);
