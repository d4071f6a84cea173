import { describeError } from '@kompetanse/schema/process/log-details'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee } from './world.ts'

let graph: TestGraph

beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())

const WRITTEN = 'Pasienten heter Kari'
const logged = async (failing: Promise<unknown>) => {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return JSON.stringify(describeError(error))
}

describe('what a failing statement leaves in the log', () => {
  test('names the constraint, and nothing of the row that broke it', async () => {
    const { trainee } = await aTrainee(graph).withPlan()
    const { database } = graph.own
    const data = { comment: WRITTEN, rejectionComment: WRITTEN }
    const line = await logged(
      database.learningActivity.updateMany({ where: { traineeId: trainee.personId }, data }),
    )
    expect(line).toContain('activity_rejection')
    expect(line).not.toContain(WRITTEN)
  })

  test('names the field that does not fit, and no value', async () => {
    const { trainee } = await aTrainee(graph).withPlan()
    const data = { text: WRITTEN, byId: trainee.personId, at: 'i dag' }
    const line = await logged(graph.own.database.comment.create({ data }))
    expect(line).toContain('at')
    expect(line).not.toContain(WRITTEN)
    expect(line).not.toContain(trainee.personId)
  })
})
