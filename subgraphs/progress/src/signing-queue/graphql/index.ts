import './queue.ts'
import './subscription.ts'
