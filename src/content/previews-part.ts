/** Loaded in every page that is a messenger's, but after what reads and covers. */
import { offer } from './chunks';
import { watchPreviews } from './previews';

const part = { watchPreviews };
export type PreviewsPart = typeof part;

offer('previews', part);
