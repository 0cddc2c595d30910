import { readFileSync } from 'node:fs';
import { readAndCheck } from '#pure/agreement';
import { read } from '#pure/agreement';
const sample = readFileSync('samples/hej-granby.md', 'utf8');
const ten = sample.repeat(Math.ceil(30000 / sample.length)).slice(0, 30000);
const best = (f: () => unknown, n = 60) => { let b = Infinity; const all: number[] = []; for (let i = 0; i < n; i++) { const a = process.cpuUsage(); f(); const d = process.cpuUsage(a); const t = (d.user + d.system) / 1000; all.push(t); b = Math.min(b, t); } all.sort((x, y) => x - y); return `best ${b.toFixed(1)} median ${all[n >> 1].toFixed(1)}`; };
console.log('warm 80', best(() => readAndCheck(ten), 80));
console.log('readAndCheck', best(() => readAndCheck(ten)), '| read', best(() => read(ten)));
