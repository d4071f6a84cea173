import type { PlanNode, QueryPlan } from '@apollo/query-planner'
import { moveInto, type Cursor } from './cursor.ts'
import { executeFetch } from './execute-fetch.ts'
import type { JsonObject } from '../json/json.ts'
import type { PlanRun } from './plan-run.ts'

/**
 * Runs every fetch of a plan and merges what they give. A fetch that fails leaves its errors in the run and its
 * part of the data missing; the rest of the plan goes on.
 */
export async function executePlan(plan: QueryPlan, run: PlanRun): Promise<JsonObject> {
  const root: JsonObject = {}
  if (plan.node?.kind === 'Subscription') throw new Error('A subscription is not one execution')
  if (plan.node) await executeNode(plan.node, run, { path: [], data: root, root })
  return root
}

async function executeNode(node: PlanNode, run: PlanRun, cursor: Cursor | undefined): Promise<void> {
  if (!cursor) return
  switch (node.kind) {
    case 'Sequence':
      for (const child of node.nodes) await executeNode(child, run, cursor)
      return
    case 'Parallel':
      await Promise.all(node.nodes.map((child) => executeNode(child, run, cursor)))
      return
    case 'Flatten':
      return executeNode(node.node, run, moveInto(cursor, node.path))
    case 'Fetch':
      return executeFetch(node, run, cursor)
    case 'Condition': {
      const branch = run.coerced[node.condition] === true ? node.ifClause : node.elseClause
      return branch && executeNode(branch, run, cursor)
    }
    case 'Defer':
      throw new Error('@defer is not supported')
  }
}
