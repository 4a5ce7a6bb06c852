/**
 * The strength estimate with its word lists, in a file of its own: it is four times the size of the popup and needed
 * once in a life. Loaded by `core/load-strength.ts`, to which it leaves its one function.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { strengthSlot } from './core/load-strength';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

Object.assign(globalThis, {
  [strengthSlot]: (passphrase: string, about: readonly string[]) =>
    estimator.check(passphrase, [...about]).score,
});
