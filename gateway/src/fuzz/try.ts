import { runFuzz } from './run.ts'
const t = performance.now()
const r = await runFuzz({
  seed: process.env['S'] ?? 'x',
  worlds: Number(process.env['W'] ?? 5),
  operations: Number(process.env['O'] ?? 30),
})
for (const f of r.findings)
  console.log(
    f.who,
    f.seed,
    process.env['SDL'] ? f.subgraphs : '',
    '\n',
    f.document,
    JSON.stringify(f.variables),
    '\n',
    f.difference.kind,
    '\n+',
    f.difference.expected.slice(0, 600),
    '\n-',
    f.difference.actual.slice(0, 600),
  )
console.log({ ...r, findings: r.findings.length }, performance.now() - t)
process.exit()
