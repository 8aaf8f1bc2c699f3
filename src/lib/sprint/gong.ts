/**
 * A soft gong, made on the spot: three falling partials of a struck bowl. Browsers allow sound only
 * after a touch, so `allow` is called from the switch; `strike` is silent where it was not allowed.
 */
const PARTIALS = [
  { hz: 196, gain: 0.5, seconds: 3.2 },
  { hz: 293.7, gain: 0.22, seconds: 2.4 },
  { hz: 523.3, gain: 0.1, seconds: 1.4 },
] as const;

export class Gong {
  #context: AudioContext | null = null;

  /** @returns whether the browser lets sound through. */
  async allow(): Promise<boolean> {
    try {
      this.#context ??= new AudioContext();
      await this.#context.resume();
      return this.#context.state === 'running';
    } catch {
      return false;
    }
  }

  strike(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    for (const { hz, gain, seconds } of PARTIALS) {
      const tone = context.createOscillator();
      const loudness = context.createGain();
      tone.frequency.value = hz;
      loudness.gain.setValueAtTime(0, context.currentTime);
      loudness.gain.linearRampToValueAtTime(gain * 0.4, context.currentTime + 0.015);
      loudness.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + seconds);
      tone.connect(loudness).connect(context.destination);
      tone.start();
      tone.stop(context.currentTime + seconds);
    }
  }

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}
