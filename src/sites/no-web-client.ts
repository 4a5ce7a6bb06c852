/** Messengers in which Sotto cannot work. Why stands in `_locales`, as `noClient_` and the id. */
export const noWebClient = [
  { id: 'signal', name: 'Signal' },
  { id: 'kakaotalk', name: 'KakaoTalk' },
  { id: 'line', name: 'LINE' },
  { id: 'wechat', name: 'WeChat' },
] as const;
