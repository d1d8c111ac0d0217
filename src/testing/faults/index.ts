export {
  createFaultPlan,
  type CutSocket,
  type FaultPlan,
  type FaultPlanOptions,
  type FaultRule,
  type FaultWay,
  type FrameFault,
} from './fault-plan.js';
export { createFaultySocket, type RealSocket, type RealSocketClass } from './faulty-socket.js';
