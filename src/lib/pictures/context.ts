/** How components reach the pictures on their way; set by the sprint's layout. */
import { createContext } from 'svelte';
import type { PictureUploads } from './picture-uploads.svelte';

const [useUploads, giveUploads] = createContext<PictureUploads>();

export { giveUploads, useUploads };
