/** The main job on Converse.js with a real Prosody. */
import { startConverse } from '../converse/converse';
import { mainJob } from './main-job';
import { test } from '../lib/test';

/** It shows that nothing leaks: what leaked once has leaked, so there is no second try. */
test.describe.configure({ retries: 0 });

mainJob(startConverse);
