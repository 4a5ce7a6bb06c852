/** The content script of sites that are known by what stands in the page, not by their host. */
import { start } from '../../content/start';
import { products } from '../catalogue';
import { converse } from '../converse';
import { facts as demo } from '../demo';
import { siteFromFacts } from '../from-facts';
import { generic } from '../generic';

start([...[demo, ...products].map(siteFromFacts), converse, generic]);
