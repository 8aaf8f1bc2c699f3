/**
 * How our forms are sent when there is JavaScript: once at a time, keeping what was typed, and with
 * the focus on the first field at fault.
 */
import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';

export const enhanced: SubmitFunction = ({ formElement, cancel }) => {
  if (formElement.ariaBusy === 'true') return cancel();
  formElement.ariaBusy = 'true';
  return async ({ update, result }) => {
    await update({ reset: result.type === 'success' });
    formElement.ariaBusy = null;
    if (result.type !== 'failure') return;
    await tick();
    formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
};
