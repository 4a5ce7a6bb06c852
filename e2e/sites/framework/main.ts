/** The script of every test page; which one it is stands in the script's own address. */
import { pages } from '../catalogue';
import { panes } from '../panes';
import { run } from './client';
import { foreign } from './foreign';
import { frameIn } from './frame-in';

const id = new URL(import.meta.url).searchParams.get('__page');
const page = [...pages, ...panes].find((one) => one.id === id);
if (page?.frame && window === window.top) frameIn(page, page.frame);
else if (page)
  for (const each of [page, ...(page.beside ? [page.beside] : [])])
    run(document.dir === 'rtl' ? foreign(each) : each);
