/** The ten registered operations that the portal's people send most: each page that they open daily. */
export const MOST_USED = [
  'Viewer',
  'Home',
  'SigningQueuePage',
  'ApprovalQueuePage',
  'Plan',
  'GoalPage',
  'Activity',
  'Conversations',
  'MyServiceTime',
  'Overview',
] as const
