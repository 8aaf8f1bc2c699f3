import { mount } from 'svelte';
import ShapesPage from './ShapesPage.svelte';

mount(ShapesPage, { target: document.body });
