/** The main job on the demo messenger. */
import { startDemoMessenger } from '../demo/messenger';
import { mainJob } from './main-job';
import { test } from '../lib/test';

/** It shows that nothing leaks: what leaked once has leaked, so there is no second try. */
test.describe.configure({ retries: 0 });

mainJob(startDemoMessenger);
