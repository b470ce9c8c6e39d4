package io.omnicommerce.promotion;

import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.common.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * A lane of promotions. Lanes run one after the other, each seeing what the lanes before it have
 * left.
 *
 * @param rank the smaller runs first; of equal ranks the smaller name
 * @param stacking how its promotions combine; as the market's convention says if empty
 */
public record Lane(String name, int rank, Optional<Stacking> stacking) {

  public Lane {
    Text.id(name, "lane");
    Objects.requireNonNull(stacking, "stacking");
  }

  /** A lane that combines as the market's convention says. */
  public static Lane of(String name, int rank) {
    return new Lane(name, rank, Optional.empty());
  }

  /** This lane, combining its promotions in a way of its own. */
  public Lane withStacking(Stacking with) {
    return new Lane(name, rank, Optional.of(Objects.requireNonNull(with, "stacking")));
  }
}
