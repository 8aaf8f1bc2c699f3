/** Before the browser tests: the server that they start is built from today's sources. */
import { buildWhenNeeded } from '../../server/build.mjs';

export default buildWhenNeeded;
