/** Every test page. */
import type { SitePage } from './framework/site-page';
import { page as discord } from './pages/discord';
import { page as facebook } from './pages/facebook';
import { page as facebookWindow } from './pages/facebook-window';
import { page as googleChat } from './pages/google-chat';
import { page as googleChatGmail } from './pages/google-chat-gmail';
import { page as googleMessages } from './pages/google-messages';
import { page as instagram } from './pages/instagram';
import { page as linkedin } from './pages/linkedin';
import { frame as linkedinFrame, overlay as linkedinOverlay } from './pages/linkedin-overlay';
import { page as max } from './pages/max';
import { page as reddit } from './pages/reddit';
import { page as redditWindow } from './pages/reddit-window';
import { page as slack } from './pages/slack';
import { page as snapchat } from './pages/snapchat';
import { page as teams } from './pages/teams';
import { page as telegramA } from './pages/telegram-a';
import { page as telegramK } from './pages/telegram-k';
import { page as tiktok } from './pages/tiktok';
import { page as vk } from './pages/vk';
import { page as whatsapp } from './pages/whatsapp';
import { page as x } from './pages/x';
import { page as zalo } from './pages/zalo';
import { page as discourseChat } from './pages/discourse-chat';
import { page as element } from './pages/element';
import { page as mattermost } from './pages/mattermost';
import { page as rocketchat } from './pages/rocketchat';
import { page as zulip } from './pages/zulip';

export const pages: readonly SitePage[] = [
  facebook,
  whatsapp,
  telegramK,
  telegramA,
  instagram,
  facebookWindow,
  discord,
  slack,
  x,
  teams,
  tiktok,
  snapchat,
  linkedin,
  linkedinOverlay,
  linkedinFrame,
  googleMessages,
  googleChat,
  googleChatGmail,
  reddit,
  redditWindow,
  vk,
  max,
  zalo,
  element,
  mattermost,
  rocketchat,
  zulip,
  discourseChat,
];
