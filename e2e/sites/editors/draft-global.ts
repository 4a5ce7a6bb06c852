/** Draft.js is written for a bundler that gives it Node's name for the global object. */
(globalThis as { global?: typeof globalThis }).global = globalThis;
