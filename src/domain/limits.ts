/** Bounds that both the form and the command keep, so that they always agree. Lengths in UTF-16 units. */
export const limits = {
  note: 2_000,
  label: 120,
  name: 60,
  sprintName: 120,
  challenge: 1_000,
  reason: 2_000,
  url: 2_000,
  email: 254,
  passwordMin: 10,
  passwordMax: 200,
  title: 120,
  galleryQuestion: 200,
  facilitatorNote: 10_000,
  minutesMin: 1,
  minutesMax: 480,
} as const;
