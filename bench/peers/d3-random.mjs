import * as d3 from "d3-random";

/** Fills an array from a function that draws one number. */
const from = (make) => (out) => {
  const draw = make();
  return () => {
    for (let i = 0; i < out.length; ++i) out[i] = draw();
  };
};

const source = () => d3.randomLcg(0.5);

const binomial = () => d3.randomBinomial.source(source())(1000, 0.4);

export default {
  "uniform, one by one": from(() => d3.randomUniform.source(source())(0, 1)),
  "normal, one by one": from(() => d3.randomNormal.source(source())(0, 1)),
  "exponential, one by one": from(() => d3.randomExponential.source(source())(1)),
  "integers(0, 1000), one by one": from(() => d3.randomInt.source(source())(0, 1000)),
  "gamma(4.5), one by one": from(() => d3.randomGamma.source(source())(4.5, 1)),
  "poisson(3), one by one": from(() => d3.randomPoisson.source(source())(3)),
  "binomial(1000, 0.4), one by one": from(binomial),
  "uniform fill": from(() => d3.randomUniform.source(source())(0, 1)),
  "normal fill": from(() => d3.randomNormal.source(source())(0, 1)),
  "gamma(4.5)": from(() => d3.randomGamma.source(source())(4.5, 1)),
  "gamma(0.5)": from(() => d3.randomGamma.source(source())(0.5, 1)),
  "poisson(3)": from(() => d3.randomPoisson.source(source())(3)),
  "poisson(300)": from(() => d3.randomPoisson.source(source())(300)),
  "binomial(100, 0.05)": from(() => d3.randomBinomial.source(source())(100, 0.05)),
  "binomial(1000, 0.4)": from(binomial),
  "integers(0, 1000)": from(() => d3.randomInt.source(source())(0, 1000)),
};
