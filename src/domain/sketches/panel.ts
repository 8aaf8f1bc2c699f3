/** The panels of a solution sketch, as they are drawn on a pad and hang in the museum. */

/** Of each panel, in thousandths of its width: on every screen and in print it has this shape. */
export const PANEL_HEIGHT = 640;
