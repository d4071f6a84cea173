import { expect, it } from 'vitest'
import { describeFindings } from './report.ts'
import { runFuzz } from './run.ts'
import { shard, TIMEOUT_MS } from './settings.ts'

it('random operations over random graphs are answered with the truth', { timeout: TIMEOUT_MS }, async () => {
  const { worlds, operations, seed } = shard(1)
  const report = await runFuzz({ worlds, operations, seed })
  expect(describeFindings(report)).toBe('')
  expect(report.operations).toBe(worlds * operations)
  expect(report.withErrors).toBeGreaterThan(report.operations / 100)
})
