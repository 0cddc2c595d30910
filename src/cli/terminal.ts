import { styleText } from 'node:util';

/** Where the command line reads and writes; `process` is one. */
export interface Streams {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

type Ink = Parameters<typeof styleText>[0];

/** Words for the person at the keyboard, or for the program at the other end of the pipe. */
export class Terminal {
  readonly streams: Streams;

  constructor(streams: Streams) {
    this.streams = streams;
    // Whoever reads may have read enough: `handslag read FILE | head`.
    streams.stdout.on('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code !== 'EPIPE') throw fault;
    });
  }

  /** Columns to write in: those of the terminal up to 100, which is as wide as one reads with ease. */
  get width(): number {
    return Math.max(50, Math.min(100, this.streams.stdout.columns ?? 100));
  }

  say(text: string): void {
    this.streams.stdout.write(`${text}\n`);
  }

  complain(text: string): void {
    this.streams.stderr.write(`${text}\n`);
  }

  /** Colour and weight on a terminal that wants them; plain text elsewhere and where NO_COLOR is set. */
  ink(how: Ink, text: string): string {
    return styleText(how, text, { stream: this.streams.stdout });
  }
}
