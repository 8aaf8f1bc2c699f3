/** Files to put on a board: photos as cameras make them, and what only looks like one. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

export type Sample = { name: string; mimeType: string; buffer: Buffer };

/** A sketch on paper: lines and a title, so that it can be told from others by eye. */
function sketch(title: string, width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="${width}" height="${height}">
      <rect width="800" height="600" fill="#f3ead7"/><rect x="60" y="120" width="300" height="380" fill="none" stroke="#274060" stroke-width="8" rx="18"/>
      <rect x="440" y="120" width="300" height="380" fill="#ffd9a0" stroke="#274060" stroke-width="8" rx="18"/>
      <path d="M120 240h180M120 300h180M120 360h110" stroke="#c0483b" stroke-width="14" stroke-linecap="round"/>
      <circle cx="590" cy="290" r="86" fill="#7fb685" stroke="#274060" stroke-width="8"/>
      <text x="60" y="84" font-family="sans-serif" font-size="54" fill="#274060">${title}</text>
    </svg>`,
  );
}

export async function photo(
  name: string,
  { width = 1200, height = 900 }: { width?: number; height?: number } = {},
): Promise<Sample> {
  const title = name.replace(/\.\w+$/, '');
  const buffer = await sharp(sketch(title, width, height))
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** 20 MB of noise in colour, the worst that a camera makes. */
export async function heavyPhoto(name: string): Promise<Sample> {
  const [width, height] = [5_472, 3_648];
  const block = Buffer.alloc(1_000_003);
  let seed = 20_261_121;
  for (let at = 0; at < block.length; at += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    block[at] = seed >>> 24;
  }
  const noise = Buffer.alloc(width * height * 3, block);
  const raw = sharp(noise, { raw: { width, height, channels: 3 } });
  return { name, mimeType: 'image/jpeg', buffer: await raw.jpeg({ quality: 95 }).toBuffer() };
}

export function textNamed(name: string): Sample {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from('Dit is een tekst, geen foto.') };
}

export function scriptedSvg(name: string): Sample {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "mis"</script></svg>';
  return { name, mimeType: 'image/svg+xml', buffer: Buffer.from(svg) };
}

/** A PNG of 30,000 x 30,000 in some hundred kB. */
export async function bomb(name: string): Promise<Sample> {
  const edge = 30_000;
  const small = await sharp({
    create: { width: 8, height: 8, channels: 3, background: '#000000' },
  })
    .png({ palette: true, colours: 2 })
    .toBuffer();
  // The header of a small one, its promise made large, and the pixels to keep it.
  const header = Buffer.from(small.subarray(16, 29));
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header[8] = 1;
  header[9] = 0;
  const pixels = deflateSync(Buffer.alloc((edge / 8 + 1) * edge));
  const parts = [small.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', pixels)];
  const buffer = Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
  return { name, mimeType: 'image/png', buffer };
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crcOf(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
