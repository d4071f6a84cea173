import { statementTests, type Rows } from '@kompetanse/graph/testing/statements'
import { acts } from './acts.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

/** A month of this year, with as many absences as are asked for. */
const month = (at: number, absences: number) => ({
  ...{ startsOn: `2026-0${at + 1}-01`, endsOn: `2026-0${at + 1}-28` },
  absences: Array.from({ length: absences }, (_, day) => ({
    ...{ kind: 'SICKNESS', share: 1 },
    ...{ startsOn: `2026-0${at + 1}-${10 + day}`, endsOn: `2026-0${at + 1}-${10 + day}` },
  })),
})

/** A leader with as many trainees, of whom one has as many periods that are signed, and as many that wait. */
async function rowsOf(graph: TestGraph, amount: number): Promise<Rows> {
  const { trainee, leader } = await graph.aCircle()
  const doing = acts(graph)
  const [ids, traineeIds]: [string[], string[]] = [[], [trainee.personId]]
  for (let at = 0; at < amount; at += 1) {
    ids.push((await doing.signed(trainee, leader, month(at, amount))).id)
    const other = await graph.somebody(`Lege ${at}`, true)
    await graph.relate('LEADER', other.personId, leader.personId)
    await doing.sent(other, leader, month(at, 1))
    if (at > 0) traineeIds.push(other.personId)
  }
  return {
    actor: leader,
    actors: { MyServiceTime: trainee, RegisteringTrainee: trainee },
    variables: { id: ids[0], tab: 'WAITING', scope: 'MINE' },
    keys: { Trainee: traineeIds.map((id) => ({ id })), ServicePeriod: ids.map((id) => ({ id })) },
  }
}

statementTests(
  'service-time',
  async () => {
    const graph = await startTestGraph()
    return {
      one: await rowsOf(graph, 1),
      many: await rowsOf(graph, 7),
      ask: graph.ask,
      statements: async (work) => (await graph.statements(work)).length,
      stop: graph.stop,
    }
  },
  {
    budgets: {
      LastServicePeriodStep: 1,
      MyServiceTime: 10,
      RegisteringTrainee: 1,
      ServicePeriodHistory: 1,
      ServicePeriodPage: 9,
      ServiceTimeLines: 5,
      ServiceTimeQueuePage: 7,
      ServiceTimeSettings: 1,
      TraineeServiceTime: 10,
      Viewer: 3,
    },
    alike: {
      LastServicePeriodStep: 'the last step alone',
      RegisteringTrainee: 'the trainee alone',
      ServicePeriodHistory: 'one period, of which each command is a step',
      ServiceTimeSettings: 'the rules of the country',
      Viewer: 'counts',
    },
  },
)
