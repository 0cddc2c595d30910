import type { WalkRules } from '../../model.ts';
import { USUAL_RULES } from '../../rules/usual.ts';

/** An hour of the night, counted from noon, so that one after midnight comes after one before it. */
const sinceNoon = (hour: string): string => (hour < '12:00' ? `1${hour}` : `0${hour}`);

/**
 * What holds for a group: what its own association asks, and never less than what the one that coordinates asks. Where one
 * of them has said nothing, what the other says; where nobody has, the usual. Sizes that exclude each other are those of
 * the one that coordinates.
 */
export function strictest(own: WalkRules | null, coordinating: WalkRules | null): WalkRules {
  if (!own || !coordinating) return own ?? coordinating ?? USUAL_RULES;
  const [smallestGroup, largestGroup] = [Math.max(own.smallestGroup, coordinating.smallestGroup), Math.min(own.largestGroup, coordinating.largestGroup)];
  const { smallestGroup: smallest, largestGroup: largest } = coordinating;
  return {
    ...(smallestGroup <= largestGroup ? { smallestGroup, largestGroup } : { smallestGroup: smallest, largestGroup: largest }),
    youngest: Math.max(own.youngest, coordinating.youngest),
    trainedPerGroup: Math.max(own.trainedPerGroup, coordinating.trainedPerGroup),
    courseBeforeFirstWalk: own.courseBeforeFirstWalk || coordinating.courseBeforeFirstWalk,
    insurance: own.insurance || coordinating.insurance,
    registerExtract: own.registerExtract || coordinating.registerExtract,
    vests: own.vests || coordinating.vests,
    earliestStart: sinceNoon(own.earliestStart) > sinceNoon(coordinating.earliestStart) ? own.earliestStart : coordinating.earliestStart,
    latestEnd: sinceNoon(own.latestEnd) < sinceNoon(coordinating.latestEnd) ? own.latestEnd : coordinating.latestEnd,
    debrief: own.debrief || coordinating.debrief,
  };
}
