/**
 * The version of everything that crosses the wire. A browser sends the version it was built with;
 * the server refuses an older one (`page-too-old`, close code 4409). Raise it when `src/protocol`
 * changes in a way an open page cannot read, and update the fingerprint beside its test.
 */
export const PROTOCOL_VERSION = 3;
