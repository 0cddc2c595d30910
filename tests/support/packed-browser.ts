import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A browser to start, and what it needs around it. */
export interface BrowserProgram {
  file: string;
  environment: Record<string, string>;
}

/**
 * The Chromium that comes with the dependencies, unpacked once into `node_modules/.cache`, with the libraries and the
 * font that a machine without a browser may lack as well. It runs on Linux with an x64 processor.
 */
export function packedBrowser(): BrowserProgram {
  const folder = resolve('node_modules/.cache/handslag-chromium');
  const whole = join(folder, 'whole');
  if (!existsSync(whole)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    unpack(folder);
    // The package says where its font lies on a server of its own; without any font at all a field to type in ends this browser.
    writeFileSync(join(folder, 'fonts/fonts.conf'), fontsIn(folder));
    writeFileSync(whole, '');
  }
  return {
    file: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the folder for temporary files, and its libraries only where it believes to run on a server. */
function unpack(folder: string): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
