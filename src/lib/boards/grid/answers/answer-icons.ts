/** The sign of each answer, beside its colour and its word. */
import Check from '@lucide/svelte/icons/check';
import CircleSlash2 from '@lucide/svelte/icons/circle-slash-2';
import EyeOff from '@lucide/svelte/icons/eye-off';
import X from '@lucide/svelte/icons/x';

export const answerIcons = { yes: Check, partly: CircleSlash2, no: X, unseen: EyeOff } as const;
