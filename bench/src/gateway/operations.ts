export interface BenchOperation {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** One page of each kind that a plan can have; `$after` differs between requests so that no two are the same. */
export const operations: readonly Pick<BenchOperation, 'name' | 'query'>[] = [
  {
    name: 'signing-queue (one subgraph)',
    query: `query SigningQueuePage($after: String) {
      signingQueue(tab: WAITING, first: 50, after: $after) {
        totalCount counts { waiting rejected signed } eventCursor pageInfo { hasNextPage endCursor }
        edges { node { ...SigningRow } }
      }
    }
    fragment SigningRow on LearningActivity {
      id status version availableCommands performedOn comment
      trainee { id displayName position unit { id name } }
      definition { id title kind }
      goals { id definition { id code } }
      signingRequest { sentAt waitingDays rejection { by { id displayName } comment } }
      signature { by { id displayName } signedAt }
    }`,
  },
  {
    name: 'home (side by side)',
    query: `query Home($after: String) {
      viewer {
        profile { person { id displayName language } trainingRoles workspaces deputyships { id leader { id displayName } unit { id name } validTo } }
        trainingTasks { signing { waiting } signingCursor approval { waiting } approvalCursor ownActivitiesRejected ownGoalsRejected oldestWaitDays }
        trainee {
          id displayName
          trainingProgress { goals { done total percent } activities { done total percent } goalsWaiting }
          assignedPlans(status: [ACTIVE], after: $after) { edges { node { id planVersion { id label template { id title } } goalProgress { done total percent } } } }
        }
      }
    }`,
  },
  {
    name: 'goal (two hops)',
    query: `query GoalPage($id: ID!, $after: String) {
      learningGoal(id: $id) {
        id status version availableCommands
        trainee { id displayName position }
        definition { id code wording level detail { category elaboration assessmentForms validFrom replaces { id code } } }
        completion { completedOn comment }
        approvalRequest { approver { id displayName } role sentAt waitingDays }
        decision { outcome decidedBy { id displayName } source decidedAt comment digest }
        approvalBasis { contentDigest guideline activityProgress { done total percent } }
        activities(after: $after) { edges { node { id status version availableCommands performedOn definition { id title kind origin } signature { by { id displayName } signedAt comment } } } }
        comments { edges { node { id by { id displayName } at text } } }
        history { edges { node { id at command status by { id displayName } comment } } }
      }
    }`,
  },
  {
    name: 'join of 50 entities',
    query: `query PlanDetails($id: ID!, $after: String) {
      assignedPlan(id: $id) {
        id
        goals(first: 50, after: $after) {
          totalCount
          edges { node { id status version definition { id code wording detail { category part validFrom assessmentForms } } } }
        }
      }
    }`,
  },
]
