import { type Metric, register } from 'prom-client';

/** The metric of this name, made where it is not: the command line and the built pages are two copies of this code in one process. */
export const once = <M extends Metric>(name: string, make: (name: string) => M): M => (register.getSingleMetric(name) as M | undefined) ?? make(name);
