import { print, type DocumentNode } from 'graphql'
import type { ExecutedResult } from '../apollo-executor.ts'
import { explainByApollo, explainByPlanner } from './apollo-faults.ts'
import { difference, type Difference } from './compare.ts'
import { openContenders, type Answer, type Contenders } from './contenders.ts'
import { makeOperation, type Operation } from './operation/make-operation.ts'
import { Random } from './random.ts'
import { reduce } from './reduce.ts'
import { makeWorld, type FuzzWorld } from './world/make-world.ts'

export interface FuzzOptions {
  readonly seed: string
  readonly worlds: number
  /** Operations per world. */
  readonly operations: number
  /** Another contender in the place of this gateway, for the control. */
  readonly instead?: (contenders: Contenders) => Answer
  /** Each finding is reduced, which takes a while: after as many, a run ends. Default: 10. */
  readonly maxFindings?: number
}

/** An answer that is not the truth, with all that is needed to see it again. */
export interface Finding {
  readonly who: 'ours' | 'apollo'
  readonly seed: string
  readonly subgraphs: string
  readonly document: string
  readonly variables: Record<string, unknown>
  readonly difference: Difference
}

export interface FuzzReport {
  operations: number
  /** How many true answers have errors, so that a run that tests none is seen. */
  withErrors: number
  /** Known fault of Apollo's → how many wrong answers it explains. */
  readonly apolloFaults: Map<string, number>
  /** Fault of the planner, out of any executor's reach → how many of this gateway's wrong answers it explains. */
  readonly plannerFaults: Map<string, number>
  readonly findings: Finding[]
}

const MAX_FINDINGS = 10

/** One world under test. */
interface Trial {
  readonly world: FuzzWorld
  readonly contenders: Contenders
  readonly report: FuzzReport
}

/** One operation of which an answer is wrong, and nothing explains it. */
interface Unexplained extends Pick<Finding, 'who' | 'seed'> {
  readonly operation: Operation
  readonly answer: Answer
}

interface Judged extends Pick<Unexplained, 'who' | 'operation'> {
  readonly truth: ExecutedResult
  readonly wrong: ExecutedResult
}

/** The known fault that explains a wrong answer. Ours has but one excuse: the planner misleads Apollo's executor too. */
async function explain({ world, contenders }: Trial, { who, ...judged }: Judged): Promise<string | null> {
  const { apollo } = contenders
  if (who === 'apollo') return explainByApollo({ ...judged, world, apollo })
  return difference(judged.truth, await apollo(judged.operation)) && explainByPlanner(judged)
}

/** The difference that nothing known explains; null when there is none. */
async function unexplained(
  trial: Trial,
  { who, operation, answer }: Omit<Unexplained, 'seed'>,
): Promise<Difference | null> {
  const [truth, wrong] = await Promise.all([trial.contenders.truth(operation), answer(operation)])
  const found = difference(truth, wrong)
  return found && (await explain(trial, { who, operation, truth, wrong })) ? null : found
}

async function find(trial: Trial, { who, seed, operation, answer }: Unexplained): Promise<void> {
  const remaining = (document: DocumentNode) =>
    unexplained(trial, { who, operation: { ...operation, document }, answer })
  const { world, report } = trial
  const document = await reduce(operation.document, world.schema, async (each) => !!(await remaining(each)))
  const found = await remaining(document)
  if (!found) throw new Error(`${seed} does not answer the same twice`)
  const subgraphs = [...world.sdl].map(([name, sdl]) => `# ${name}\n${sdl}`).join('\n')
  const { variables } = operation
  report.findings.push({ who, seed, subgraphs, document: print(document), variables, difference: found })
}

async function tryOperation(trial: Trial, ours: Answer, seed: string): Promise<void> {
  const { world, contenders, report } = trial
  const operation = makeOperation(new Random(seed), world.schema)
  const [truth, byOurs, byApollo] = await Promise.all(
    [contenders.truth, ours, contenders.apollo].map((answer) => answer(operation)),
  )
  if (!truth || !byOurs || !byApollo) throw new Error('No answer')
  report.operations++
  if (truth.errors) report.withErrors++
  for (const [who, wrong] of [
    ['apollo', byApollo],
    ['ours', byOurs],
  ] as const) {
    if (!difference(truth, wrong)) continue
    const fault = await explain(trial, { who, operation, truth, wrong })
    if (fault) count(who === 'ours' ? report.plannerFaults : report.apolloFaults, fault)
    else await find(trial, { who, seed, operation, answer: who === 'ours' ? ours : contenders.apollo })
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** Answers random operations over random graphs in every way and reports each answer that is not the truth. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { seed, worlds, operations, instead, maxFindings = MAX_FINDINGS } = options
  const report: FuzzReport = {
    operations: 0,
    withErrors: 0,
    apolloFaults: new Map(),
    plannerFaults: new Map(),
    findings: [],
  }
  for (let nth = 0; nth < worlds && report.findings.length < maxFindings; nth++) {
    const world = makeWorld(`${seed}/${nth}`)
    const contenders = await openContenders(world)
    const ours = instead?.(contenders) ?? contenders.ours
    try {
      for (let at = 0; at < operations && report.findings.length < maxFindings; at++)
        await tryOperation({ world, contenders, report }, ours, `${world.seed}/${at}`)
    } finally {
      await contenders.close()
    }
  }
  return report
}
