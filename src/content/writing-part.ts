/** Loaded once something is written in an encrypted chat, or a message, a card or a file is there to be shown. */
import { noteArrivals } from './arrivals';
import { offer } from './chunks';
import { followEdits } from './edits';
import { answerUploads } from './files/answer-uploads';
import { answerFetch } from './files/fetch-attachment';
import { uploadFile } from './files/upload';
import { clear } from './insert';
import { showPrompts } from './list/prompts';
import { passesPaste } from './paste-through';
import { sendParts } from './send';

const part = {
  answerFetch,
  answerUploads,
  clear,
  followEdits,
  noteArrivals,
  passesPaste,
  sendParts,
  showPrompts,
  uploadFile,
};
export type WritingPart = typeof part;

offer('writing', part);
