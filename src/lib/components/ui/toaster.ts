/** The drawer of short messages, in a file of its own so that it can be fetched with the first one. */
export { Toaster } from 'svelte-sonner';
