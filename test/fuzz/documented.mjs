// Where a docstring says that a number of a result may be NaN or infinite. Everywhere else it is an offence.

/** Functions that may answer Infinity: never, or more than the largest number. */
const ENDLESS = [
  "theory.categorical.firstLossTime",
  "theory.categorical.timeToOneQuantile",
  "theory.forgetting.median",
  "theory.forgetting.medianAsymptotic",
  "theory.forgetting.quantile",
  "theory.forgetting.wrightFisherQuantile",
  "theory.gaussian.expectedSquaredError",
  "theory.gaussian.expectedVariance",
  "theory.multivariate.covarianceError",
  "theory.multivariate.detMoment",
  "theory.multivariate.expectedKl",
  "theory.poisson.variance",
  "theory.gaussian.firstPassage().quantile",
  "theory.regimes.absenceRateLimit",
  "theory.regression.meanErrorLimit",
  "theory.regression.quantile",
];

/** Those of which any number may be Infinity, or of some generations. */
const ENDLESS_PARTS = [
  "theory.estimators.shrunkGaussian",
  "theory.regimes.absenceRate",
  "theory.regimes.comingAndGoing",
  "theory.regimes.comingAndGoingPoisson",
  "theory.regimes.gaussianMoments",
  "theory.regimes.gaussianMomentsLimit",
  "theory.regimes.gaussianRisk",
  "theory.regimes.meanError",
  "theory.regimes.meanErrorLimit",
  "theory.regression.meanError",
];

/**
 * @param path the function, as in `simulate().observable`
 * @param place of the number in its result, as in `.sd[3]`
 * @param root the result of the first call, of which this is a method
 */
export function isDocumented(path, place, number, root) {
  if (Number.isNaN(number)) {
    // Of absences or presences that did not end once.
    if (/\.mean(Absence|Presence)(\.(value|standardError))?$/.test(place)) return true;
    return /\.(sd|standardError)(\[\d+\])?$/.test(place) && isSingle(root);
  }
  if (number !== Number.POSITIVE_INFINITY) return false;
  if (path === "theory.extinctionRate") return true;
  if (/\.theory\.mean(Absence|Presence)$/.test(place)) return true;
  if (path === "theory.extinctionRates") return place === "[0]";
  if (ENDLESS_PARTS.includes(path)) return true;
  return ENDLESS.includes(path) && place === "";
}

/** Of a single trajectory no error can be told. */
const isSingle = (root) => (root?.run ?? root)?.experiment?.trajectories === 1;
