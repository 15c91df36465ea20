import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const from = (draw) => (out) => {
  const generator = xoroshiro128plus(1);
  return () => {
    for (let i = 0; i < out.length; ++i) out[i] = draw(generator);
  };
};

export default {
  "uniform, one by one": from(uniformFloat64),
  "integers(0, 1000), one by one": from((generator) => uniformInt(generator, 0, 999)),
  "uniform fill": from(uniformFloat64),
  "integers(0, 1000)": from((generator) => uniformInt(generator, 0, 999)),
};
