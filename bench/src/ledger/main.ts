import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { computeLedger } from '../../../subgraphs/service-time/src/ledger/domain/ledger.ts'
import { aLife } from './lives.ts'

/*
 * Service time by § 31: every trainee's ledger, one after the other on one core, both accounts and the forecast.
 * `seconds` is processor time, so that what else the machine does is not measured; `wallSeconds` and one call's
 * milliseconds are the clock's. Making the lives is not measured.
 * `npm run bench:ledger [-- --json] [--trainees 10000] [--periods 30]`
 * With --json the last line is the figures as JSON.
 */
helpOf(import.meta)
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    trainees: { type: 'string', default: '10000' },
    periods: { type: 'string', default: '30' },
  },
})
const BATCH = 250
const trainees = Number(values.trainees)
const periods = Number(values.periods)

// The first call meets cold code: it is measured before anything has run.
const first = aLife(trainees, periods)
const firstCallMs = timed(() => computeLedger(first))

const calls: number[] = []
let lines = 0
let seconds = 0
for (let done = 0; done < trainees; done += BATCH) {
  const size = Math.min(BATCH, trainees - done)
  const lives = Array.from({ length: size }, (_, i) => aLife(done + i, periods))
  const before = process.threadCpuUsage()
  for (const life of lives) calls.push(timed(() => (lines += computeLedger(life).confirmed.lines.length)))
  const { user, system } = process.threadCpuUsage(before)
  seconds += (user + system) / 1_000_000
}
const wallSeconds = calls.reduce((sum, ms) => sum + ms, 0) / 1000
calls.sort((a, b) => a - b)

const figures = {
  trainees,
  periodsEach: periods,
  linesEach: Math.round(lines / trainees),
  seconds: rounded(seconds),
  wallSeconds: rounded(wallSeconds),
  firstCallMs: rounded(firstCallMs),
  callMs: { p50: quantile(0.5), p99: quantile(0.99), most: quantile(1) },
  megabytes: Math.round(process.memoryUsage.rss() / 1_048_576),
  processor: cpus()[0]?.model ?? 'unknown',
  node: process.version,
}

say(`${trainees} trainees of ${periods} periods in ${figures.seconds} s on one core (under 10 s)`)
const { p50, p99, most } = figures.callMs
say(
  `one ledger: p50 ${p50} ms, p99 ${p99} ms, most ${most} ms, the first ${figures.firstCallMs} ms (under 5 ms)`,
)
if (values.json) say(JSON.stringify(figures))

function timed(work: () => unknown) {
  const from = performance.now()
  work()
  return performance.now() - from
}

function quantile(part: number) {
  return rounded(calls[Math.min(calls.length - 1, Math.floor(calls.length * part))] ?? 0)
}

function rounded(value: number) {
  return Math.round(value * 1000) / 1000
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
