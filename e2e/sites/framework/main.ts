/** The script of every test page; which one it is stands in the script's own address. */
import { pages } from '../catalogue';
import { run } from './client';

const id = new URL(import.meta.url).searchParams.get('__page');
const page = pages.find((one) => one.id === id);
if (page) run(page);
