/** Loaded once a side panel follows this tab. */
import { offer } from './chunks';
import { linkPanel } from './panel-link';

const part = { linkPanel };
export type PanelPart = typeof part;

offer('panel', part);
