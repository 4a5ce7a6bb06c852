/** Every messenger that Sotto knows by name, as data alone: the core reads hosts and names here. */
import type { SiteFacts } from './facts';
import { facts as discord } from './hosted/discord';
import { facts as facebook } from './hosted/facebook';
import { facts as googleChat } from './hosted/google-chat';
import { facts as googleMessages } from './hosted/google-messages';
import { facts as instagram } from './hosted/instagram';
import { facts as linkedin } from './hosted/linkedin';
import { facts as max } from './hosted/max';
import { facts as reddit } from './hosted/reddit';
import { facts as slack } from './hosted/slack';
import { facts as snapchat } from './hosted/snapchat';
import { facts as teams } from './hosted/teams';
import { facts as telegram } from './hosted/telegram';
import { facts as tiktok } from './hosted/tiktok';
import { facts as vk } from './hosted/vk';
import { facts as whatsapp } from './hosted/whatsapp';
import { facts as x } from './hosted/x';
import { facts as zalo } from './hosted/zalo';
import { facts as converse } from './products/converse';
import { facts as discourseChat } from './products/discourse-chat';
import { facts as element } from './products/element';
import { facts as mattermost } from './products/mattermost';
import { facts as rocketchat } from './products/rocketchat';
import { facts as thelounge } from './products/thelounge';
import { facts as zulip } from './products/zulip';

/** Sites with hosts of their own: each file of `hosted/` is one, and gets a content script of its own. */
export const hosted: readonly SiteFacts[] = [
  whatsapp,
  facebook,
  instagram,
  telegram,
  tiktok,
  snapchat,
  x,
  discord,
  teams,
  linkedin,
  slack,
  googleMessages,
  googleChat,
  reddit,
  vk,
  max,
  zalo,
];
/** Products that people host themselves: each file of `products/` is one, put into a page once its mark stands there. */
export const products: readonly SiteFacts[] = [
  element,
  mattermost,
  rocketchat,
  zulip,
  discourseChat,
  thelounge,
  converse,
];
