import { expect, it } from 'vitest'
import type { ExecutedResult } from '../apollo-executor.ts'
import type { Answer, Contenders } from './contenders.ts'
import { runFuzz } from './run.ts'

/** This gateway with one thing broken in what it answers. */
const broken =
  (breaking: (answer: ExecutedResult) => ExecutedResult) =>
  ({ ours }: Contenders): Answer =>
  async (operation) =>
    breaking(await ours(operation))

/** The same JSON with every value replaced that `replace` has another for. */
function mapJson(value: unknown, replace: (value: unknown) => unknown): unknown {
  const replaced = replace(value)
  if (replaced !== value) return replaced
  if (Array.isArray(value)) return value.map((each) => mapJson(each, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapJson(each, replace)]))
}
const mapData = ({ data, ...rest }: ExecutedResult, replace: (value: unknown) => unknown) => ({
  ...rest,
  ...(data !== undefined && { data: mapJson(data, replace) as ExecutedResult['data'] & object }),
})

const reversed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 1
    ? Object.fromEntries(Object.entries(value).reverse())
    : value

it.each<[string, (answer: ExecutedResult) => ExecutedResult]>([
  ['loses what is falsy', (answer) => mapData(answer, (value) => value || null)],
  ['answers in another order', (answer) => mapData(answer, reversed)],
  ['swallows errors', ({ data }) => (data === undefined ? {} : { data })],
])('a gateway that %s is found out', { timeout: 120_000 }, async (_name, breaking) => {
  const report = await runFuzz({
    seed: 'control',
    worlds: 3,
    operations: 30,
    instead: broken(breaking),
    maxFindings: 1,
  })
  expect(report.findings.filter(({ who }) => who === 'ours').length).toBeGreaterThan(0)
})
