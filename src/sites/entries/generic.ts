/** The content script of hosts that are not known by name: products bring a script of their own once they are seen. */
import { start } from '../../content/start';
import { generic } from '../generic';

start([generic]);
