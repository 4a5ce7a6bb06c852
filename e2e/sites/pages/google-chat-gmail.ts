/**
 * Google Chat inside Gmail: the room in a frame of mail.google.com, whose address names no chat; Gmail enforces Trusted
 * Types. Sources: FlowCrypt/flowcrypt-browser issue 5569, thomazfrancaciandt/diversity-extension background.js.
 */
import { framingPolicy } from '../framework/policy';
import type { SitePage } from '../framework/site-page';
import { page as chat } from './google-chat';

export const page: SitePage = {
  ...chat,
  id: 'google-chat-gmail',
  host: 'mail.google.com',
  address: () => '/mail/u/0/',
  headers: { 'content-security-policy': framingPolicy },
  frame: { selector: '[title="Chat"]', path: '/chat/u/0/frame' },
};
