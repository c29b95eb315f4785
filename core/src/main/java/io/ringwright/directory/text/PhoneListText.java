package io.ringwright.directory.text;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import java.util.Map;
public final class PhoneListText {
  private final PhoneList list;
  private PhoneListText(PhoneList l){list=l;}
  public static PhoneListText of(PhoneList phones){return new PhoneListText(phones);}
  public static PhoneListText kept(String text, String sha){throw new PhoneListTextException("stub");}
  public PhoneList read(Map<String, Strategy> s){return list;}
  public String text(){return "";}
  public String sha256(){return "h"+System.identityHashCode(list);}
}
