/**
 * The log: one JSON line per event on standard output. What people write, their names and secrets
 * never enter it, also not by way of an error.
 */
import { pino, type Logger } from 'pino';

type ErrorFacts = {
  type: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: ErrorFacts;
};

/** A chain of causes is never longer in earnest; a circle would be endless. */
const CAUSES_AT_MOST = 5;

/**
 * What may be told of an error. A failed query carries its parameters in its message, its stack and
 * fields of its own, and PostgreSQL's detail quotes the row: none of these pass.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: '' };
  const [message = ''] = error.message.split('\nparams:');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code, constraint_name: constraint } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(frames.length > 0 && { stack: frames.join('\n') }),
    ...(error.cause !== undefined &&
      depth < CAUSES_AT_MOST && { cause: errorFacts(error.cause, depth + 1) }),
  };
}

/** @param level least important event that is written, or 'silent'. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorFacts },
  });
}
