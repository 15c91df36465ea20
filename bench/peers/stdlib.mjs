import normal from "@stdlib/random-array-normal";
import uniform from "@stdlib/random-array-uniform";
import binomial from "@stdlib/random-base-binomial";
import integer from "@stdlib/random-base-discrete-uniform";
import gamma from "@stdlib/random-base-gamma";
import poisson from "@stdlib/random-base-poisson";

const from =
  (make, ...parameters) =>
  (out) => {
    const draw = make.factory(...parameters, { seed: 1 });
    return () => {
      for (let i = 0; i < out.length; ++i) out[i] = draw();
    };
  };

/** Fills an array by the library's own function for that. */
const array =
  (make, ...parameters) =>
  (out) => {
    const { assign } = make.factory(...parameters, { seed: 1 });
    return () => assign(out);
  };

export default {
  "integers(0, 1000), one by one": from(integer, 0, 999),
  "gamma(4.5), one by one": from(gamma, 4.5, 1),
  "poisson(3), one by one": from(poisson, 3),
  "binomial(1000, 0.4), one by one": from(binomial, 1000, 0.4),
  "uniform fill": array(uniform, 0, 1),
  "normal fill": array(normal, 0, 1),
  "gamma(4.5)": from(gamma, 4.5, 1),
  "gamma(0.5)": from(gamma, 0.5, 1),
  "poisson(3)": from(poisson, 3),
  "poisson(300)": from(poisson, 300),
  "binomial(100, 0.05)": from(binomial, 100, 0.05),
  "binomial(1000, 0.4)": from(binomial, 1000, 0.4),
  "integers(0, 1000)": from(integer, 0, 999),
};
