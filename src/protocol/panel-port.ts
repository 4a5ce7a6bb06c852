/** The name of the port between a side panel and the content script of the tab that it follows. */
export const PANEL_PORT = 'panel';
