export interface BenchOperation {
  readonly name: OperationName
  readonly query: string
}

export type OperationName = 'signing-queue' | 'home' | 'goal' | 'join'

/** One page of each kind that a plan can have; `$first` differs between requests, so that no two at a time are the same. */
export const operations: readonly BenchOperation[] = [
  {
    // One subgraph.
    name: 'signing-queue',
    query: `query SigningQueuePage($first: Int) {
      signingQueue(tab: WAITING, first: $first) {
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
      signature { by { id displayName } at }
    }`,
  },
  {
    // All subgraphs that have a part in it side by side: identity, progress, supervision, service-time.
    name: 'home',
    query: `query Home($first: Int) {
      viewer {
        profile { person { id displayName language } trainingRoles workspaces deputyships { id leader { id displayName } unit { id name } endsOn } }
        trainingTasks { signing { waiting } signingCursor approval { waiting } approvalCursor ownActivitiesRejected ownGoalsRejected oldestWaitDays }
        conversationTasks { invitationsToAnswer toPrepare toFinalise }
        serviceTimeTasks { queue { waiting rejected signed } eventCursor ownPeriodsRejected oldestWaitDays }
        trainee {
          id displayName
          trainingProgress { goals { done total percent } activities { done total percent } goalsWaiting }
          assignedPlans(status: [ACTIVE], first: $first) { edges { node { id planVersion { id label template { id title } } goalProgress { done total percent } } } }
        }
      }
    }`,
  },
  {
    // Two hops.
    name: 'goal',
    query: `query GoalPage($id: ID!, $first: Int) {
      learningGoal(id: $id) {
        id status version availableCommands
        trainee { id displayName position }
        definition { id code wording level detail { category part startsOn knowledgeLevel } }
        completion { completedOn comment }
        approvalRequest { approver { id displayName } role sentAt waitingDays }
        decision { outcome by { id displayName } source at comment digest }
        approvalBasis { contentDigest guideline activityProgress { done total percent } }
        activities(first: $first) { edges { node { id status version availableCommands performedOn definition { id title kind origin } signature { by { id displayName } at comment } } } }
        comments { edges { node { id by { id displayName } at text } } }
        history { edges { node { id at command status by { id displayName } comment } } }
      }
    }`,
  },
  {
    // Fifty entities of another subgraph.
    name: 'join',
    query: `query PlanDetails($id: ID!, $first: Int) {
      assignedPlan(id: $id) {
        id
        goals(first: $first) {
          totalCount
          edges { node { id status version definition { id code wording detail { category part startsOn knowledgeLevel } } } }
        }
      }
    }`,
  },
]
