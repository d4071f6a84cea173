import './queue.ts'
import './bulk.ts'
import './subscription.ts'
