import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'msedge'];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);

const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** The Chrome, Chromium or Edge of this machine: `BROWSER_PATH`, else where each is usually put, else on PATH; null without one. */
export function installedBrowser(environment: NodeJS.ProcessEnv): string | null {
  if (environment.BROWSER_PATH) return environment.BROWSER_PATH;
  return [...usualPlaces(environment), ...onPath(environment)].find(runs) ?? null;
}

function usualPlaces({ HOME, ProgramFiles, 'ProgramFiles(x86)': programFilesX86, LOCALAPPDATA }: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') return under(['/Applications', HOME && join(HOME, 'Applications')], MAC);
  if (process.platform === 'win32') return under([ProgramFiles, programFilesX86, LOCALAPPDATA], WINDOWS);
  return under(['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/microsoft/msedge', '/snap/bin'], NAMES);
}

const onPath = ({ PATH = '' }: NodeJS.ProcessEnv): string[] =>
  under(PATH.split(delimiter), process.platform === 'win32' ? NAMES.map((name) => `${name}.exe`) : NAMES);

const under = (folders: (string | undefined)[], names: string[]): string[] =>
  folders.filter((folder) => folder !== undefined && folder !== '').flatMap((folder) => names.map((name) => join(folder!, name)));

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
