package io.ringwright.engine.dispatch;

import io.ringwright.call.Requirements;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.PlainMembers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows, as the rules see it: what the state says, what is kept ready, and what the
 * host's own strategies choose.
 */
public final class EngineFacts extends StateFacts {

  private final StrategyGuard strategies = new StrategyGuard();
  private final @Nullable PhoneIndex index;
  private HostAnswers supposed = HostAnswers.NONE;

  /**
   * The facts of a state, with no member of a hunt group kept ready.
   *
   * @param state the state
   */
  public EngineFacts(EngineState state) {
    super(state, new Holds(state.openings()));
    this.index = null;
  }

  EngineFacts(EngineState state, PhoneIndex index) {
    super(state, index.holds());
    this.index = index;
  }

  /** What became of the questions to the host's own strategies. */
  public StrategyGuard strategies() {
    return strategies;
  }

  @Override
  public List<Strategy.Contender> askStrategy(
      HuntGroup group, List<Strategy.Contender> equals, Strategy.Memory memory) {
    return strategies.next(group, equals, memory);
  }

  /** Answers a question as if the host's predicates had said this too. */
  public <T> T supposing(HostAnswers answers, Supplier<T> question) {
    supposed = answers;
    try {
      return question.get();
    } finally {
      supposed = HostAnswers.NONE;
    }
  }

  @Override
  public Predicate<HostAnswers.Question> hostAnswers() {
    Predicate<HostAnswers.Question> said = super.hostAnswers();
    return supposed.answers().isEmpty()
        ? said
        : question -> supposed.test(question) || said.test(question);
  }

  @Override
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return index == null || isEverythingTaken()
        ? Optional.empty()
        : Optional.of(index.members(group, asked, stage));
  }
}
